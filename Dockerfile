# The front end, built from its lock file.
FROM node:22-bookworm-slim AS front
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY vite.config.js ./
COPY assets assets
RUN npm run build

# The Python packages, as locked; development ones stay out.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /maillage
RUN pip install --no-cache-dir "uv>=0.9,<1"
COPY pyproject.toml uv.lock ./
RUN UV_PYTHON_DOWNLOADS=never uv sync --locked --no-dev --compile-bytecode

# What runs: no compiler, no package manager of ours, nobody's root.
FROM python:3.11-slim-bookworm
ENV PATH=/maillage/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# What a large page took is given back, as in the demonstration.
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
# What sets the sheet for the person as a PDF: layout of text, and letters for any script.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
    fonts-dejavu-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin maillage
WORKDIR /maillage
COPY --from=packages /maillage/.venv .venv
COPY alembic.ini LICENSE ./
COPY app app
COPY exchange exchange
COPY models models
COPY search search
COPY seeds seeds
COPY templates templates
COPY docker/prepare.sh docker/prepare.sh
COPY --from=front /build/app/static app/static
RUN python -m compileall -q app exchange models search seeds
USER 10001
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--no-ws", "--workers", "2", "--workers-kill-timeout", "5", \
     "--host", "0.0.0.0", "--port", "8000", "--factory", "app:create_app"]
