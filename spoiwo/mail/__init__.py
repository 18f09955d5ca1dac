"""The outbox over every channel: `spoiwo.mail.post.post(drafts)` writes letters inside the caller's transaction."""
