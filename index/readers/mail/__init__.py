"""Letters (RFC 5322), mailboxes of them, and web pages that were saved as one (MHTML)."""

from index.readers.mail.letters import FORMAT as LETTER
from index.readers.mail.mailboxes import FORMAT as MAILBOX
from index.readers.mail.saved_pages import FORMAT as SAVED_PAGE

__all__ = ["LETTER", "MAILBOX", "SAVED_PAGE"]
