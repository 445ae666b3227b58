"""Articles to put into samples, in the forms that archives hold them in."""

from __future__ import annotations

from email.message import EmailMessage


def article(number: int, *, place: str = "GENEVA") -> str:
    """A short wire story, another one for each number."""
    return (
        f"Ministers agree on plan {number} for the river\n\n"
        f"{place}, March {number % 28 + 1}, 2021 (Reuters) - Ministers of six countries agreed on "
        f"Monday on plan {number} to clean up the river that they share, officials said.\n\n"
        f'"Number {number} is the plan that we hoped for," said Jane Roe, who led the talks.\n\n'
        "The talks had begun three years ago. Farmers along the river had asked for more time, "
        f"and were given it in annex {number} of the plan.\n"
    )


def page(number: int, title: str | None = None) -> str:
    """A web page with a story in it, and with what a site prints around one."""
    headline, _, body = article(number).partition("\n\n")
    paragraphs = "".join(f"<p>{text}</p>\n" for text in body.strip().split("\n\n") * 3)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{title or headline} - The Daily Sample</title>\n"
        f'<meta property="og:title" content="{title or headline}">'
        '<meta property="og:site_name" content="The Daily Sample">\n'
        '<meta property="article:published_time" content="2021-03-09T07:30:00+01:00">'
        "</head>\n<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul>"
        f"</nav>\n<article><h1>{title or headline}</h1>\n{paragraphs}</article>\n"
        "<footer>Terms of use</footer></body></html>\n"
    )


def mail(number: int) -> bytes:
    """A story as a newsletter sends it."""
    headline, _, body = article(number).partition("\n\n")
    message = EmailMessage()
    message["From"] = "The Daily Sample <news@sample.example>"
    message["To"] = "reader@sample.example"
    message["Subject"] = headline
    message["Date"] = "Tue, 09 Mar 2021 07:30:00 +0100"
    message["Message-ID"] = f"<{number}@sample.example>"
    message.set_content(body)
    return message.as_bytes()
