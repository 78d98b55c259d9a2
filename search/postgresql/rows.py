"""Offers as columns side by side, as `search.columns.ASKED` lays them out."""

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.void]
# Which of them are kept.
Kept = npt.NDArray[np.bool_]
