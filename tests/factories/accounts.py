"""Units, and one factory per role."""

import factory

from models.account import Account, Membership, Unit
from models.codes.access import Role
from tests.factories.base import Factory


class UnitFactory(Factory):
    """A unit of the Rhône."""

    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Antenne de Lyon {n}")
    department_code = "69"


class AccountFactory(Factory):
    """An account without any membership; its second factor is set up."""

    class Meta:
        model = Account
        exclude = ("role", "unit", "organization")

    role = None
    unit = None
    organization = None
    email = factory.Sequence(lambda n: f"compte{n}@exemple.fr")
    name = factory.Sequence(lambda n: f"Camille Martin {n}")
    tf_primary_method = "authenticator"

    @factory.lazy_attribute
    def memberships(self):
        if self.role is None:
            return []
        return [Membership(role=self.role, unit=self.unit, organization=self.organization)]


class CounsellorFactory(AccountFactory):
    """A CPIP."""

    role = Role.CPIP
    unit = factory.SubFactory(UnitFactory)


class ManagerFactory(CounsellorFactory):
    """A DPIP or DSPIP."""

    role = Role.MANAGER


class TigLeadFactory(CounsellorFactory):
    """An RT-TIG."""

    role = Role.TIG_LEAD


class CoordinatorFactory(CounsellorFactory):
    """A partnership coordinator."""

    role = Role.COORDINATOR


class NationalReaderFactory(AccountFactory):
    """Somebody who reads aggregates."""

    role = Role.NATIONAL_READER


class AdministratorFactory(AccountFactory):
    """Somebody who manages accounts."""

    role = Role.ADMINISTRATOR


class PartnerFactory(AccountFactory):
    """The manager of a partner organization."""

    role = Role.PARTNER_MANAGER
    organization = factory.SubFactory("tests.factories.directory.OrganizationFactory")
    tf_primary_method = None


class TutorFactory(PartnerFactory):
    """A tutor at a partner's."""

    role = Role.PARTNER_TUTOR
