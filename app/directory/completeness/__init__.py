"""How complete a record is, and what to fill next."""
