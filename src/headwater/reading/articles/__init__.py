"""Pages taken apart: bytes to blocks, and blocks to articles with their headers and credits."""
