"""The key that makes a form good once: it becomes the id of what the form creates."""

import uuid
from typing import Any

from wtforms import HiddenField


class OnceKey(HiddenField):
    """Made with the page; a form sent twice bears it twice, a broken one is replaced."""

    data: Any

    def __init__(self, **kwargs: Any) -> None:
        made: dict[str, Any] = {"default": uuid.uuid4}
        super().__init__(**made | kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the key sent."""
        try:
            self.data = uuid.UUID(valuelist[0] if valuelist else "")
        except ValueError:
            self.data = uuid.uuid4()
