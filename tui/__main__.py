"""`python -m tui`: the command `dateline`, where its script is not on the path."""

import sys

from tui.cli import main

sys.exit(main())
