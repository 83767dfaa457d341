"""What knows no domain: errors, folded text, periods."""
