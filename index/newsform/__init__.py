"""The form of news articles: headline, byline, dateline, agency, dates; body or furniture.

`reading.read_form` finds it out, `layout.layout` parts the text by it. The rules are about
English-language papers, wires and web pages saved as plain text in general. Everything here is
pure: text in, values out. (Nothing is gathered here, for a reader lays articles out at its start
and never needs the rules.)
"""

RULES = 1
"""Version of these rules, stored with what was read by them: a change reads every file again."""
