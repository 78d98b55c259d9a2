"""The policy on one screen: who may do what."""

from enum import StrEnum, auto
from typing import Any

from app.access.rules import (
    Rule,
    administrator,
    coordinator,
    coordinator_territory,
    counsellor,
    directory_reader,
    lead,
    lead_territory,
    managed_organization,
    manager_territory,
    of_another,
    other_subject,
    own_organization,
    own_unit,
    partner,
    spip,
    staff,
    tig_subject,
    unplaced,
)
from models.account import Account


class Act(StrEnum):
    """What somebody may want to do."""

    SEARCH_DIRECTORY = auto()
    SEE_OFFER = auto()
    SEE_SUM = auto()
    KEEP_FAVOURITES = auto()
    EDIT_ORGANIZATION = auto()
    EDIT_OFFER = auto()
    MERGE_RECORDS = auto()
    REPORT_DUPLICATE = auto()
    CREATE_ORGANIZATION = auto()
    IMPORT_PARTNERS = auto()
    SUSPEND_OFFER = auto()
    DECIDE_LISTING = auto()
    REQUEST_ACCREDITATION = auto()
    DECIDE_ACCREDITATION = auto()
    REPORT_CAPACITY = auto()
    REPORT_MISTAKE = auto()
    READ_MISTAKES = auto()
    ANSWER_FOR_PARTNER = auto()
    WORK_ON_CASES = auto()
    HOLD_PLACE = auto()
    FOLLOW_CASE = auto()
    ANSWER_ORIENTATION = auto()
    HOST_PLACEMENT = auto()
    OPEN_PORTAL = auto()
    READ_SYNONYMS = auto()
    PROPOSE_SYNONYM = auto()
    ACCEPT_SYNONYM = auto()
    SEE_NETWORK = auto()
    SEE_NETWORK_OFFERS = auto()
    MANAGE_ACCOUNTS = auto()
    READ_MAILBOX = auto()


RULES: dict[Act, list[list[Rule]]] = {
    # An act is allowed when every rule of at least one line holds.
    Act.SEARCH_DIRECTORY: [[directory_reader]],
    Act.SEE_OFFER: [[directory_reader], [partner, own_organization]],
    # « 3 placements » in a small town hall says who is on probation (design §3).
    Act.SEE_SUM: [[spip], [partner, own_organization]],
    # Shared by everybody whom the SPIP has in a unit; a partner never knows.
    Act.KEEP_FAVOURITES: [[spip]],
    Act.CREATE_ORGANIZATION: [[lead_territory], [coordinator_territory]],
    # Partners other than TIG hosts, in the coordinator's own territory (domain §3).
    Act.IMPORT_PARTNERS: [[coordinator_territory]],
    Act.EDIT_ORGANIZATION: [
        [managed_organization],
        [lead_territory],
        [coordinator_territory],
        [lead, unplaced],
        [coordinator, unplaced],
    ],
    Act.EDIT_OFFER: [
        [managed_organization],
        [tig_subject, lead_territory],
        [other_subject, coordinator_territory],
    ],
    # Two records made one: whoever keeps the directory there, never a partner.
    Act.MERGE_RECORDS: [
        [lead_territory],
        [coordinator_territory],
        [lead, unplaced],
        [coordinator, unplaced],
    ],
    Act.REPORT_DUPLICATE: [[spip]],
    Act.SUSPEND_OFFER: [
        [partner, own_organization],
        [manager_territory],
        [tig_subject, lead_territory],
        [other_subject, coordinator_territory],
    ],
    Act.DECIDE_LISTING: [[tig_subject, manager_territory]],
    Act.REQUEST_ACCREDITATION: [
        [managed_organization],
        [lead_territory],
        [coordinator_territory],
        [manager_territory],
    ],
    Act.DECIDE_ACCREDITATION: [[manager_territory]],
    Act.REPORT_CAPACITY: [
        [partner, own_organization],
        [counsellor],
        [lead_territory],
        [coordinator_territory],
    ],
    Act.REPORT_MISTAKE: [[spip], [partner, own_organization]],
    Act.READ_MISTAKES: [[spip], [partner]],
    Act.WORK_ON_CASES: [[counsellor]],
    Act.HOLD_PLACE: [[counsellor, own_unit]],
    Act.FOLLOW_CASE: [[counsellor, own_unit]],
    Act.ANSWER_FOR_PARTNER: [[counsellor, own_unit]],
    Act.ANSWER_ORIENTATION: [[partner, own_organization]],
    Act.HOST_PLACEMENT: [[partner, own_organization]],
    Act.OPEN_PORTAL: [[partner]],
    # A word that all will search with is read by somebody else before it is used.
    Act.READ_SYNONYMS: [[coordinator], [administrator]],
    Act.PROPOSE_SYNONYM: [[coordinator]],
    Act.ACCEPT_SYNONYM: [[administrator], [coordinator, of_another]],
    # Totals and clusters are everybody's; offers one by one are not the national reader's.
    Act.SEE_NETWORK: [[staff]],
    Act.SEE_NETWORK_OFFERS: [[spip], [administrator]],
    Act.MANAGE_ACCOUNTS: [[administrator]],
    Act.READ_MAILBOX: [[administrator]],
}


def may(account: Account, act: Act, subject: Any = None) -> bool:
    """Whether the account may do this to that."""
    return any(all(rule(account, subject) for rule in line) for line in RULES[act])
