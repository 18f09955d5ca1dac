"""The regulations of meetings and campaigns, plain Python."""
