"""What to fill next in a site and in an organization; each a link to its field."""

from flask import url_for

from app.directory.completeness.gaps import Gaps, filled
from models.codes.organization import PmrAccess
from models.organization import Organization, Site


def of_site(site: Site) -> Gaps:
    """What one needs to come and to call; of a confidential site, nothing that is kept apart."""
    hours = url_for("directory.edit_hours", level="sites", record_id=site.id)
    contact = url_for("directory.new_contact", site_id=site.id)
    form = url_for("directory.edit_site", site_id=site.id)
    knows_access = site.pmr_access is not PmrAccess.UNKNOWN
    wanted = [
        ("Écrire les horaires", bool(site.opening_hours), hours),
        ("Dire si l'on entre en fauteuil", knows_access, f"{form}#pmr_access"),
    ]
    if not site.is_confidential:
        wanted += [
            ("Écrire le téléphone", bool(site.phone), f"{form}#phone"),
            ("Écrire le courriel", bool(site.email), f"{form}#email"),
            ("Dire qui appeler", bool(site.contacts), contact),
            ("Écrire l'adresse", bool(site.address), f"{form}#address"),
            ("Dire l'arrêt le plus proche", bool(site.nearest_stop), f"{form}#nearest_stop"),
        ]
    return filled(wanted)


def of_organization(owner: Organization) -> Gaps:
    """What identifies it, and how to reach it."""
    form = url_for("directory.edit_organization", organization_id=owner.id)
    wanted = [
        ("Présenter la structure", bool(owner.description), f"{form}#description"),
        ("Écrire le téléphone", bool(owner.phone), f"{form}#phone"),
        ("Écrire le courriel", bool(owner.email), f"{form}#email"),
        ("Écrire le site internet", bool(owner.website), f"{form}#website"),
        ("Écrire un numéro (SIRET, RNA ou FINESS)", _is_numbered(owner), f"{form}#siret"),
        (
            "Ajouter un site",
            bool(owner.sites),
            url_for("directory.new_site", organization_id=owner.id),
        ),
    ]
    return filled(wanted)


def _is_numbered(owner: Organization) -> bool:
    return bool(owner.siret or owner.rna or owner.finess or owner.uai)
