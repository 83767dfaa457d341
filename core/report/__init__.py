"""A report's life: asked, recorded, consolidated, submitted, reviewed."""
