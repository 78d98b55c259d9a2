"""A demonstration network in three départements, planted through the application's verbs."""

from seeds.demo.days import plant_days
from seeds.demo.planting import plant

__all__ = ["plant", "plant_days"]
