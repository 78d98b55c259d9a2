"""Stages of an import that fail because of us, until a test mends them."""

from app.imports import stages


class Broken:
    """Stages of a run that fail, all of them mended at once."""

    def __init__(self, patch):
        self.patch = patch

    def __call__(self, name, *, after=0):
        verb, calls = getattr(stages, name), []

        def fail(*arguments):
            calls.append(name)
            if len(calls) > after:
                raise RuntimeError("planted")
            return verb(*arguments)

        self.patch.setattr(stages, name, fail)

    def mend(self):
        self.patch.undo()
