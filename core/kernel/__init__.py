"""What knows no domain: errors, folded text, periods, languages, and words of months and of scales."""
