"""What the yardsticks of attribution share: papers to read, what a system finds in them, and how that is counted."""
