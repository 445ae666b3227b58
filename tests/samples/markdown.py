"""Articles in Markdown, as newsrooms and static sites keep them."""

from __future__ import annotations


def jekyll() -> bytes:
    """A post with front matter in YAML, a time with its zone and two authors."""
    return """---
layout: post
title: "Harbour strike enters second week"
date: 2019-03-08 21:40:00 -0500
authors:
  - Maria Lindqvist
  - Tom Achebe
categories: [business, ports]
publication: The Harbour Gazette
permalink: https://gazette.example/2019/harbour-strike
lang: en
---

PORT ELLEN, March 8 (HG) – Dockers *rejected* the [latest offer](https://gazette.example/offer)
on Friday, said **Ruth Okafor**, who leads their union.

## What the dockers want

- A raise of 4&nbsp;percent
- Two more crane drivers
  on night shifts

1. The first talks failed on Monday.
2. The second did on Thursday.

> “We will be back at the gate on Monday,” she said.
> “All of us.”

![Dockers at the gate on Friday. Photo: Ana Reyes](gate.jpg)

| Port | Ships waiting |
|------|--------------:|
| Ellen | 14 |
| Askaig | 3 |

The terminal's operator `NorthQuay` did not answer.<br>It has until noon.
""".encode()


def hugo() -> bytes:
    """A post with front matter in TOML, on Windows."""
    return """+++
title = "River falls below its lowest mark"
date = 2022-08-14T06:05:00+02:00
lastmod = 2022-08-15
author = "Jörg Brandt"
categories = ["climate"]
draft = false
+++
# River falls below its lowest mark

The gauge at Kaub stood at 31 centimetres on Sunday, the shipping office said.

Freight
-------

Barges carry a third of their load.
""".replace("\n", "\r\n").encode()


def bare() -> bytes:
    """An article without front matter, its headline a heading, its byline below."""
    return """# Council votes to keep the library open

By Dana Whitfield

12 May 2021

The council voted 9–2 on Wednesday to keep the Mill Road library open.

### Who voted against

Two members did. "It costs more than it gives," Paul Stern said.
""".encode()


def typed_by_hand() -> bytes:
    """Front matter with a colon too many, and a headline that the body says again."""
    return b"""---
title: Budget talks: a deal at dawn
date: 2020-11-03
author: Lena Hoff
---
# Budget talks: a deal at dawn

Ministers agreed at five in the morning, *after nine hours*.
"""
