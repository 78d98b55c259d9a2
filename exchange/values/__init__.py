"""Values as others write them, brought to the form we keep, or refused with a French reason."""
