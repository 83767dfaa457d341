"""What to say to whom and when: pure rules, claimed once under a unique key, and the bell that rings them."""
