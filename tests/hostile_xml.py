"""XML that is made to take all memory, or to reach for what lies outside of it."""

from __future__ import annotations

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
QUADRATIC = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j "' + "x" * 20_000 + '">]>'
FILE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
ADDRESS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "http://127.0.0.1:9/x">]>'
PARAMETER = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;'
    "<!ENTITY j '&p;'>]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'

DECLARING = (LAUGHS, QUADRATIC, FILE, ADDRESS, PARAMETER)
"""What stands above a root and declares the entity "j"."""
