"""The e-mailed code that opens disclosures for half an hour (design §7); nothing of it is stored.

A code is a keyed digest of the account and of a slice of time: good for ten to twenty minutes.
"""

import datetime as dt
import hmac

from models.account import Account
from models.secret import keyring

SLICE = dt.timedelta(minutes=10)
STAYS_OPEN = dt.timedelta(minutes=30)
DIGITS = 6


def code_of(account: Account, at: dt.datetime) -> str:
    """The six digits of this account at that time."""
    number = int(at.timestamp() // SLICE.total_seconds())
    digest = keyring.digest("disclosure", account.fs_uniquifier, str(number))
    return f"{int(digest, 16) % 10**DIGITS:0{DIGITS}}"


def is_right(account: Account, typed: str, at: dt.datetime) -> bool:
    """Whether it is the code of now or of the slice before."""
    good = (code_of(account, at), code_of(account, at - SLICE))
    return any(hmac.compare_digest(code.encode(), typed.encode()) for code in good)
