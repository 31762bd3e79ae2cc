"""The outlet: where readings are kept, with the bytes they rest on."""
