"""What is the same for every format: reading order, page furniture, title and dates, language, words out of order."""
