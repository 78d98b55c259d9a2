"""The demand that met no offer, by commune and kind, beside what there is nearby."""
