"""`python -m bench`: what `make bench` runs once everything is installed."""

import os
import sys

from bench.command import bench

sys.exit(bench(int(os.environ.get("OFFERS") or 100_000)))
