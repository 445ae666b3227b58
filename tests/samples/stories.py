"""A few articles of no paper, for samples that need some."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """An article. `day` is ISO; "" where it has none."""

    title: str
    outlet: str
    day: str
    section: str
    byline: str
    place: str
    body: tuple[str, ...]
    language: str = "English"

    @property
    def long_day(self) -> str:
        """ "June 5, 2012 Tuesday"."""
        import datetime

        day = datetime.date.fromisoformat(self.day)
        return f"{day:%B} {day.day}, {day.year} {day:%A}"

    @property
    def short_day(self) -> str:
        """ "5 June 2012"."""
        import datetime

        day = datetime.date.fromisoformat(self.day)
        return f"{day.day} {day:%B} {day.year}"

    @property
    def words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.body)


HARBOUR = Story(
    title="Harbour talks falter over wages",
    outlet="The Herald",
    day="2012-06-05",
    section="NEWS; Pg. 3",
    byline="By Jane Roe",
    place="PORT SALTER",
    body=(
        "The dockers of Port Salter walked out on Tuesday after talks over wages broke down "
        "for the third time in a month, and no ship was unloaded until late in the evening.",
        "“We have waited long enough,” said Ruth Halvorsen, who leads the dockers’ union. "
        "“Nobody goes back for a promise.”",
        "The port authority said it would make a new offer by Friday.",
    ),
)

FLOOD = Story(
    title="Villages cut off as the Arl bursts its banks",
    outlet="Northern Star",
    day="2019-11-30",
    section="Home; Pg. 1",
    byline="By Tom Castle and Ana Brandt",
    place="ARLSFORD",
    body=(
        "Four villages along the Arl were cut off on Saturday when the river rose by two metres "
        "in a night, the highest since records began.",
        "“We carried my mother out through the window,” said Piet Lund, a farmer.",
        "Helicopters brought food and blankets. The water was expected to fall on Monday.",
    ),
)

CHESS = Story(
    title="Girl of twelve beats three masters in a day",
    outlet="Evening Post",
    day="1987-02-14",
    section="SPORTS; Pg. 22",
    byline="By Olga Marsh",
    place="KIRKHOLM",
    body=(
        "A girl of twelve who learned chess from a library book beat three masters in one day "
        "at the open championship in Kirkholm.",
        "“I just looked for what they did not want me to do,” said Mira Sand.",
    ),
)

STORIES = (HARBOUR, FLOOD, CHESS)
