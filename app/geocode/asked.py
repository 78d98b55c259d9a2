"""What is asked of the geocoder: Addok's parameters, checked, and what is wrong with them."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, Field, StringConstraints, ValidationError, model_validator

MOST = 20
Type = Literal["housenumber", "street", "locality", "municipality", "postcode", "county", "poi"]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Commune = Annotated[str, StringConstraints(pattern=r"^(\d{2}|2[AB])\d{3}$", to_upper=True)]

WRONG = {
    "q": "Écrivez le lieu cherché dans « q », en 200 caractères au plus.",
    "limit": f"« limit » est un nombre entier de 1 à {MOST}.",
    "autocomplete": "« autocomplete » vaut 0 ou 1.",
    "lat": "« lat » est une latitude en degrés, de -90 à 90.",
    "lon": "« lon » est une longitude en degrés, de -180 à 180.",
    "type": "« type » vaut municipality, postcode, county, poi, locality, street ou housenumber.",
    "postcode": "« postcode » est un code postal de cinq chiffres.",
    "citycode": "« citycode » est un code INSEE de commune, comme 69266 ou 2A004.",
}
BOTH = "« lat » et « lon » se donnent ensemble."


class Asked(BaseModel):
    """A search of places; `lat` and `lon` bring the nearest first among places of one name."""

    q: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    limit: Annotated[int, Field(ge=1, le=MOST)] = 5
    autocomplete: bool = True
    lat: Latitude | None = None
    lon: Longitude | None = None
    type: Type | None = None
    postcode: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = None
    citycode: Commune | None = None

    @model_validator(mode="after")
    def _both(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError(BOTH)
        return self


class Here(BaseModel):
    """A point, to find its commune."""

    lat: Latitude
    lon: Longitude


def faults(error: ValidationError) -> list[dict[str, Any]]:
    """Each parameter that is wrong, once, with what it should be."""
    names = dict.fromkeys(str(one["loc"][0]) if one["loc"] else "" for one in error.errors())
    return [{"parameter": name or "lat, lon", "message": WRONG.get(name, BOTH)} for name in names]
