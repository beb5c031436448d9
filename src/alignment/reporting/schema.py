"""The JSON Schema of report.json, made from the model so that the two cannot part."""

from __future__ import annotations

import json

from alignment.models import Report


def report_schema() -> str:
    """The schema as indented JSON. It is published as docs/report.schema.json."""
    schema = Report.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":  # python -m alignment.reporting.schema > docs/report.schema.json
    import sys

    sys.stdout.write(report_schema())
