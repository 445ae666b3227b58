"""How a person mends who said what: the sheets one after another, and what comes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from textual.screen import Screen

from index.article import Actor, ActorKind, DatelineError, Doubtful, Quote, Reading
from tui.latest import patiently
from tui.screens.choosing import ChoosingScreen
from tui.screens.naming import Meant, NamingScreen
from tui.widgets.sidebar_lines import About
from tui.widgets.ways import Way
from tui.words import begins, one_line

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.app import DatelineApp

Chosen = TypeVar("Chosen")
OFFERED: Final = 40
"""How many actors of the archive are asked for to complete a name."""

_KINDS: Final[tuple[tuple[str, ActorKind, str], ...]] = (
    ("p", "person", "a person"),
    ("o", "organisation", "an organisation"),
    ("s", "state", "a state"),
    ("l", "place", "a place"),
)
_WHERE: Final = (
    Way("h", "here", "in this article only"),
    Way("e", "everywhere", "in all articles, later ones too"),
)
_ONE: Final = (
    Way("n", "no, not that"),
    Way("y", "yes, they are one"),
)
_NEW: Final = "nobody known yet"
_GROUP = "correcting"  # of workers
_WORDS = 60  # characters of a quote in a heading
_MOST_NAMES = 9  # names as written to choose from, by a figure each


class Mending:
    """Corrects actors and quotes of the article `reading`.

    `done` is called with the sentence of the archive once something was corrected, and with the
    actor to stay on as it is known now, None where there is none.
    """

    def __init__(
        self,
        app: DatelineApp,
        archive: Archive,
        reading: Reading,
        done: Callable[[str, Actor | None], None],
    ) -> None:
        self._app = app
        self._archive = archive
        self._reading = reading
        self._done = done
        self._here = frozenset(actor.id for actor in reading.actors if actor.id is not None)

    def begin(self, about: About) -> None:
        """Correct something, unless one is at it already: a key may have been struck twice."""
        if not any(each.group == _GROUP and each.is_running for each in self._app.workers):
            self._app.run_worker(self.correct(about), group=_GROUP)

    async def correct(self, about: About) -> None:
        """Ask what is wrong, and then for what is right, until it is corrected or let be.

        `Esc` leads one sheet back.
        """
        steps = self._of_a_quote(about) if isinstance(about, Quote) else self._of_an_actor(about)
        heading = f"Correct: {called(about)}"
        at: str | None = None
        ways = [way for way, _ in steps]
        while (at := await self._ask(ChoosingScreen(heading, ways, at=at))) is not None:
            step = next(step for way, step in steps if way.letter == at)
            if await step():
                return

    def _of_an_actor(self, actor: Actor) -> list[_Step]:
        names = written(self._reading, actor)
        named = f"“{names[0][0]}”" if len(names) == 1 else "one of its names"
        return [
            (Way("s", "is the same as …", "two names of one"), partial(self._same, actor)),
            (Way("c", "is called …", "how it is shown"), partial(self._renamed, actor)),
            (Way("a", "is a …", f"now: {actor.kind}"), partial(self._of_another_kind, actor)),
            (
                Way("e", f"{named} is somebody else …", "two taken for one"),
                partial(self._somebody_else, actor),
            ),
            (Way("x", "is no actor", "neither here nor elsewhere"), partial(self._none, actor)),
        ]

    def _of_a_quote(self, quote: Quote) -> list[_Step]:
        service = self._archive.corrections
        return [
            (
                Way("s", "speaker is …", f"now: {quote.speaker or 'unknown'}"),
                partial(self._said_by, quote),
            ),
            (
                Way("n", "speaker is unknown"),
                partial(self._do, lambda: service.speaker(quote.id, None)),
            ),
            (
                Way("x", "is no quote", "nobody said this"),
                partial(self._do, lambda: service.no_quote(quote.id)),
            ),
        ]

    # The steps: each tells whether something was corrected

    async def _same(self, actor: Actor) -> bool:
        heading = f"{actor.name} is the same as"

        def sheet(value: str, says: str) -> NamingScreen:
            meant = self._meant(actor)
            return NamingScreen(heading, value=value, says=says, meant=meant)

        def merge(who: Actor | str, everywhere: bool, *, sure: bool = False) -> str:
            service = self._archive.corrections
            return service.merge([_id(actor)], _id(who), everywhere=everywhere, sure=sure)

        def stay(who: Actor | str) -> Actor | None:
            return who if isinstance(who, Actor) else None

        return await self._named(sheet, merge, stay, of=actor)

    async def _renamed(self, actor: Actor) -> bool:
        def sheet(value: str, says: str) -> NamingScreen:
            return NamingScreen(f"{actor.name} is called", value=value, says=says)

        def rename(who: Actor | str, everywhere: bool, *, sure: bool = False) -> str:
            service = self._archive.corrections
            return service.rename(_id(actor), _name(who), everywhere=everywhere, sure=sure)

        def stay(who: Actor | str) -> Actor:
            return replace(actor, name=_name(who))

        return await self._named(sheet, rename, stay, value=actor.name, of=actor)

    async def _of_another_kind(self, actor: Actor) -> bool:
        kinds: dict[str, ActorKind] = {letter: kind for letter, kind, _ in _KINDS}
        ways = [
            Way(letter, words, "as it stands" if kind == actor.kind else "")
            for letter, kind, words in _KINDS
        ]
        letter: str | None = next(each for each, kind in kinds.items() if kind == actor.kind)
        heading = f"{actor.name} is"
        while (letter := await self._ask(ChoosingScreen(heading, ways, at=letter))) is not None:
            everywhere = await self._everywhere(actor, f"{heading} {_words_of(letter)}")
            if everywhere is not None:
                kind = partial(
                    self._archive.corrections.kind,
                    _id(actor),
                    kinds[letter],
                    everywhere=everywhere,
                )
                return await self._do(kind, actor)
        return False

    async def _none(self, actor: Actor) -> bool:
        everywhere = await self._everywhere(actor, f"{actor.name} is no actor")
        if everywhere is None:
            return False
        reject = self._archive.corrections.reject
        return await self._do(partial(reject, _id(actor), everywhere=everywhere))

    async def _everywhere(self, actor: Actor, heading: str) -> bool | None:
        """Whether a correction holds in all articles; None when a person does not say.

        That is asked only of whom the archive keeps apart in each article.
        """
        if not is_known_here_only(actor):
            return False
        where = await self._ask(ChoosingScreen(heading, _WHERE))
        return None if where is None else where == "e"

    async def _somebody_else(self, actor: Actor) -> bool:
        names = written(self._reading, actor)
        if len(names) == 1:
            return await self._is_somebody_else(actor, names[0][0])
        heading = f"Which name of {actor.name} is somebody else?"
        ways = [
            Way(str(at), f"“{name}”", f"{count:,} here")
            for at, (name, count) in enumerate(names, 1)
        ]
        letter: str | None = None
        while (letter := await self._ask(ChoosingScreen(heading, ways, at=letter))) is not None:
            if await self._is_somebody_else(actor, names[int(letter) - 1][0]):
                return True
        return False

    async def _is_somebody_else(self, actor: Actor, alias: str) -> bool:
        number = _id(actor)
        typed = says = ""
        while True:
            who = await self._ask(
                NamingScreen(
                    f"“{alias}” is", value=typed, says=says, meant=self._meant(actor), new=_NEW
                )
            )
            if who is None:
                return False
            typed, says = _name(who), ""
            kind: ActorKind | None = None
            if isinstance(who, str):
                kind = await self._kind_of(typed, actor)
                if kind is None:
                    continue
            where = await self._ask(ChoosingScreen(f"“{alias}” is {typed}", _WHERE))
            if where is None:
                continue
            split = partial(
                self._archive.corrections.split,
                number,
                alias,
                who if isinstance(who, str) else _id(who),
                article=self._reading.article.id if where == "h" else None,
                kind=kind,
            )
            says = await self._complaint(split, actor)
            if not says:
                return True

    async def _kind_of(self, name: str, actor: Actor) -> ActorKind | None:
        """What somebody nobody knew is, who is split off an actor: a person if that is one."""
        if actor.kind == "person":
            return "person"
        ways = [Way(letter, words) for letter, _, words in _KINDS]
        # A surname is what states and places share with others most often.
        at = "o" if actor.kind == "organisation" else "p"
        letter = await self._ask(ChoosingScreen(f"{name} is", ways, at=at))
        return next((kind for each, kind, _ in _KINDS if each == letter), None)

    async def _said_by(self, quote: Quote) -> bool:
        def sheet(value: str, says: str) -> NamingScreen:
            return NamingScreen(
                f"Who said: {called(quote)}",
                value=value,
                says=says,
                meant=self._meant(),
                new=_NEW,
            )

        def speaker(who: Actor | str, _: bool) -> str:
            named = who if isinstance(who, str) else _id(who)
            return self._archive.corrections.speaker(quote.id, named)

        return await self._named(sheet, speaker, lambda _: None)

    # What they are made of

    def _meant(self, but: Actor | None = None) -> Meant:
        """Who may be meant: of those in this article first `but` for an actor those of its kind,
        and for a speaker people, those who speak most."""

        def here(typed: str) -> Sequence[Actor]:
            found = [
                actor
                for actor in self._reading.actors
                if (but is None or actor.id != but.id) and begins(typed, actor.name, *actor.aliases)
            ]
            if but is None:
                return sorted(found, key=lambda one: (one.kind != "person", -one.quotes))
            return sorted(found, key=lambda one: (one.kind != but.kind, -one.count))

        def archive(typed: str) -> Sequence[Actor]:
            # Those who are one in each article are nobody to be meant in this one.
            return [
                actor
                for actor in self._archive.corrections.names(typed, OFFERED)
                if actor.id not in self._here and not is_known_here_only(actor)
            ]

        return Meant(here, archive)

    async def _named(
        self,
        sheet: Callable[[str, str], NamingScreen],
        correct: Callable[..., str],
        stay: Callable[[Actor | str], Actor | None],
        *,
        value: str = "",
        of: Actor | None = None,
    ) -> bool:
        """Ask for a name until the correction with it stands, or the person lets it be.

        `sheet` is given what stands in its field, and what the archive said against it;
        `correct` who was named, and whether that holds everywhere, which is asked `of` an actor.
        """
        says = ""
        while (who := await self._ask(sheet(value, says))) is not None:
            value, says = _name(who), ""
            everywhere: bool | None = False
            if of is not None:
                everywhere = await self._everywhere(of, f"{of.name}: {value}")
            if everywhere is not None:
                says = await self._complaint(partial(correct, who, everywhere), stay(who))
                if not says:
                    return True
        return False

    async def _do(self, correct: Callable[[], str], stay: Actor | None = None) -> bool:
        """Correct; what the archive says against it is told on the page."""
        if says := await self._complaint(correct, stay):
            self._app.say(says, "warning")
        return not says

    async def _complaint(self, correct: Callable[..., str], stay: Actor | None) -> str:
        """Correct, off the screen's thread; what the archive says against it, or nothing.

        What may not be meant is asked, and done when it is: `correct` is told then to be `sure`.
        """
        try:
            sentence = await patiently(self._app, correct, "Correcting all articles …")
        except Doubtful as doubt:
            if await self._ask(ChoosingScreen(doubt.question, _ONE)) == "y":
                return await self._complaint(partial(correct, sure=True), stay)
            return "Nothing was changed."
        except DatelineError as error:
            return str(error)
        except Exception as error:  # whatever it is, the reader goes on
            self._app.trouble(error)
        else:
            self._done(sentence, stay)
        return ""

    async def _ask(self, sheet: Screen[Chosen]) -> Chosen | None:
        return await self._app.push_screen_wait(sheet)


def written(reading: Reading, actor: Actor) -> list[tuple[str, int]]:
    """The names by which an article calls an actor, as it writes them, each with how often."""
    counted = Counter(one_line(reading.text[start:end]) for start, end in actor.mentions)
    return counted.most_common(_MOST_NAMES) or [(actor.name, 0)]


def is_known_here_only(actor: Actor) -> bool:
    """Whether an actor is one of its own in each article: a person of a single name."""
    return actor.kind == "person" and len(actor.name.split()) == 1


def _words_of(letter: str) -> str:
    return next(words for each, _, words in _KINDS if each == letter)


def called(about: About) -> str:
    """What is corrected, in a heading."""
    if isinstance(about, Actor):
        return about.name
    words = one_line(about.text)
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"


def _name(who: Actor | str) -> str:
    return who if isinstance(who, str) else who.name


def _id(who: Actor | str) -> int:
    if isinstance(who, str) or who.id is None:
        raise DatelineError(f"Nobody in this archive is called {_name(who)}.")
    return who.id


_Step = tuple[Way, Callable[[], Awaitable[bool]]]
