"""Checks of what formats promise: JSON schemas in `schemas/`, and the shapes of the two XML formats."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import sarif_om
from jsonschema import Draft7Validator

HOME = Path(__file__).parent / "schemas"


@cache
def schema(name: str) -> Draft7Validator:
    """The schema in `schemas/<name>.json`, itself a valid one."""
    read = json.loads((HOME / f"{name}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(read)
    return Draft7Validator(read)


def checked(name: str, page: str) -> None:
    """Raise unless `page` is what the format `name` promises."""
    if name == "junit":
        junit(ET.fromstring(page.encode()))
    elif name == "checkstyle":
        checkstyle(ET.fromstring(page.encode()))
    elif name == "jsonl":
        for line in page.splitlines():
            row(json.loads(line))
    else:
        schema(name).validate(json.loads(page))
        if name == "sarif":
            known(sarif_om.SarifLog, json.loads(page))


def row(line: dict[str, object]) -> None:
    """A line of `--format jsonl`: an object of the JSON contract under its `type`."""
    kind = line.pop("type")
    assert kind in ("finding", "verified", "unchecked", "failure", "summary"), kind
    whole = schema("json").schema
    Draft7Validator({"$ref": f"#/definitions/{kind}", "definitions": whole["definitions"]}).validate(line)


PARTS = {
    "runs": sarif_om.Run,
    "tool": sarif_om.Tool,
    "driver": sarif_om.ToolComponent,
    "rules": sarif_om.ReportingDescriptor,
    "defaultConfiguration": sarif_om.ReportingConfiguration,
    "shortDescription": sarif_om.MultiformatMessageString,
    "fullDescription": sarif_om.MultiformatMessageString,
    "help": sarif_om.MultiformatMessageString,
    "invocations": sarif_om.Invocation,
    "toolExecutionNotifications": sarif_om.Notification,
    "results": sarif_om.Result,
    "message": sarif_om.Message,
    "locations": sarif_om.Location,
    "relatedLocations": sarif_om.Location,
    "physicalLocation": sarif_om.PhysicalLocation,
    "artifactLocation": sarif_om.ArtifactLocation,
    "region": sarif_om.Region,
    "deletedRegion": sarif_om.Region,
    "snippet": sarif_om.ArtifactContent,
    "insertedContent": sarif_om.ArtifactContent,
    "fixes": sarif_om.Fix,
    "description": sarif_om.Message,
    "artifactChanges": sarif_om.ArtifactChange,
    "replacements": sarif_om.Replacement,
    "suppressions": sarif_om.Suppression,
}
BAGS = ("properties", "partialFingerprints")


def known(model: type, node: dict[str, object]) -> None:
    """Raise unless the object model made from the published schema of SARIF has these properties.

    Raises:
        TypeError: a property that SARIF does not have, or one missing that it requires.
    """
    names = {each.metadata["schema_property_name"]: each.name for each in model.__attrs_attrs__}
    if model is sarif_om.Suppression:  # 3.35.3: the standard says status, the draft it was made from state
        names["status"] = names["state"]
    model(**{names.get(key, key): value for key, value in node.items()})
    for key, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and key not in BAGS:
                known(PARTS[key], each)


def junit(root: ET.Element) -> None:
    """JUnit XML as Jenkins, GitLab and GitHub actions read it (no standard; testmoapp/junitxml)."""
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite" and suite.attrib["name"]
        counted(suite)
        for case in suite:
            assert case.tag == "testcase" and case.attrib["name"] and case.attrib["classname"]
            assert len(case) <= 1, "one outcome"
            for outcome in case:
                assert outcome.tag in ("failure", "error") and outcome.attrib["type"]
                assert set(outcome.attrib) == {"type", "message"}
            assert int(case.attrib.get("line", 1)) >= 1
    counted(root)


def counted(node: ET.Element) -> None:
    """The counts of a suite are those of its cases."""
    for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        assert int(node.attrib[count]) == sum(1 for _ in node.iter(tag)), count


def checkstyle(root: ET.Element) -> None:
    """Checkstyle XML: files with errors of four known severities, a line from 1, message and source."""
    assert root.tag == "checkstyle" and root.attrib["version"]
    names = [file.attrib["name"] for file in root]
    assert len(set(names)) == len(names), "a file is named once"
    for file in root:
        assert file.tag == "file"
        for error in file:
            assert error.tag == "error" and error.attrib["message"] and error.attrib["source"]
            assert set(error.attrib) <= {"line", "column", "severity", "message", "source"}
            assert error.attrib["severity"] in ("ignore", "info", "warning", "error")
            assert int(error.attrib["line"]) >= 1 and int(error.attrib.get("column", 1)) >= 1
