"""What an officer finds around the card."""
