FROM python:3.11-slim

# Where the CPU build of torch comes from, as for `make setup`:
#   docker build --build-arg TORCH_ARGS="--index-url <an index of CPU wheels>" -t citers .
ARG TORCH_ARGS=""

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PYTHONSAFEPATH=1 \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    CITERS_DATA=/var/lib/citers

WORKDIR /opt/citers
COPY pyproject.toml constraints.txt ./
# The libraries come first, so that a change of the program leaves this layer as it is.
RUN pip install -q --no-compile -c constraints.txt ${TORCH_ARGS} torch \
 && python -c "import tomllib; print('\n'.join(tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies']))" > requirements.txt \
 && pip install -q --no-compile -c constraints.txt -r requirements.txt

COPY . .
RUN pip install -q -c constraints.txt . \
 && useradd --system --create-home citers \
 && install -d -o citers -g citers "$CITERS_DATA"

USER citers
VOLUME /var/lib/citers
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/livez', timeout=4)"]

ENTRYPOINT ["citers"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
