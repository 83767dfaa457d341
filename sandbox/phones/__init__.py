"""The page of phones, and what people do on it."""
