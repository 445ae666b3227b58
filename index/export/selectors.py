"""Passages as JSON: a list of W3C Web Annotations, each with the stable passage shape.

https://www.w3.org/TR/annotation-model/ : the target's source is the canonical text, named by
its hash (RFC 6920), and is selected both by its words (TextQuoteSelector) and by its place
(TextPositionSelector: code points from 0, end exclusive). `passage` and `article` are the
shapes that `dateline clippings --json` and `dateline show --json` give.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Sequence

from index.article import Cited
from index.export.citation import citation
from index.export.speech import in_it, marks_left_out

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What JSON allows inside a string and a terminal or an editor would act on, and lone
# surrogates, which UTF-8 cannot hold: written by number, as JSON can.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def render(cited: Sequence[Cited]) -> str:
    """A JSON array of annotations, in UTF-8, indented to be read."""
    text = json.dumps([_annotation(one) for one in cited], ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def record(cited: Cited) -> dict[str, object]:
    """The passage as one JSON object: its stable shape, its citation, the speech in it."""
    return cited.passage.to_json() | _about(cited)


def _about(cited: Cited) -> dict[str, object]:
    """What is said of a passage beside its words: `quotes` have the stable shape of quotes."""
    return {
        "citation": citation(cited),
        "speech": in_it(cited),
        "marks_left_out": marks_left_out(cited),
        "speakers": list(cited.speakers),
        "quotes": [quote.to_json() for quote in cited.quotes],
    }


def _annotation(cited: Cited) -> dict[str, object]:
    passage, form = cited.passage, cited.article.form
    name = f"{passage.text_sha256}:{passage.start}-{passage.end}:{passage.id}"
    annotation: dict[str, object] = {
        "@context": _CONTEXT,
        "id": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        "type": "Annotation",
        "motivation": "bookmarking",
    }
    if passage.kept_at:
        annotation["created"] = passage.kept_at
    body = [_body(passage.note, "commenting")] if passage.note else []
    body += [_body(tag, "tagging") for tag in passage.tags]
    if body:
        annotation["body"] = body
    source: dict[str, object] = {
        "id": _named(passage.text_sha256),
        "type": "Text",
        "format": "text/plain",
    }
    if form.language.value:
        source["language"] = form.language.value
    annotation["target"] = {
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
    annotation |= _about(cited)
    annotation["passage"] = passage.to_json()
    annotation["article"] = cited.article.to_json()
    return annotation


def _body(value: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _named(sha256: str) -> str:
    """The RFC 6920 name of a text whose SHA-256 is known in hex."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"
