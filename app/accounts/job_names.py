"""What each job of the worker is called on the administrator's page."""

JOB_NAMES = {
    "app.claims.jobs.expire_holds": "Fin des réservations dont le délai est passé",
    "app.directory.jobs.expire_accreditations": "Fin des habilitations arrivées à leur terme",
    "app.duplicates.jobs.propose_duplicates": "Doublons possibles : recherche",
    "app.imports.jobs.go_on": "Imports : suite de ceux qui sont en cours",
    "app.mail.jobs.deliver": "Envoi des courriels",
    "app.network.jobs.begin_day": "Carte du réseau : comptes du jour",
    "app.network.jobs.follow_changes": "Carte du réseau : suivi des changements",
    "app.placements.jobs.close_lapsed_requests": "Clôture des demandes sans place",
    "app.placements.jobs.extend_overdue_stays": "Séjours qui se poursuivent",
    "app.saved.jobs.forget": "Recherches récentes : effacement des anciennes",
    "app.saved.jobs.look_again": "Recherches enregistrées : nouveau passage",
    "app.saved.jobs.tell": "Recherches enregistrées : courriels de nouveautés",
    "app.searching.jobs.copy_changes": "Moteur de recherche : suivi des changements",
    "app.searching.jobs.follow_vocabulary": "Moteur de recherche : suivi du vocabulaire",
}
