"""Every mistake in kiosk.toml is one line that names file, line, key and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kiosk.config import load_config
from kiosk.domain.errors import ConfigError
from kiosk.resources import assets
from kiosk.toml_lines import line_of
from kiosk.wiring.pictures import templates_of
from kiosk.wiring.shop import shop_of

GOOD = """\
[camera]
source = "0"

[cloud]
url = "http://127.0.0.1:1"
license_public_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

[[packages]]
key = "classic"
name = "Classic"
template = "classic-4x6"
price = 35_000

[[packages]]
key = "strip"
name = "Strip"
template = "strip-2x6"
price = 30_000
"""


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name in ("classic-4x6", "strip-2x6"):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        (folder / "template.toml").touch()
    return tmp_path / "templates"


def mistake(text: str, templates: Path) -> str:
    file = templates.parent / "kiosk.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_config(file, templates, data_dir=templates.parent)
    message = str(caught.value)
    assert "\n" not in message
    return message.removeprefix(f"{file}:")


def test_a_good_file_is_read_with_its_defaults(templates: Path) -> None:
    file = templates.parent / "kiosk.toml"
    file.write_text(GOOD)
    config = load_config(file, templates)
    assert [p.price for p in config.packages] == [35_000, 30_000]
    assert config.camera.fps == 30


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        (
            'source = "0"',
            'source = "0"\nfpz = 3',
            "3: camera.fpz: unknown key; allowed here: burst_ms,",
        ),
        ('source = "0"', 'sauce = "0"', "2: camera.sauce: unknown key"),
        ('source = "0"', 'source = "0"\neyes_open = true', "1: camera: eyes_open needs a burst_ms"),
        ('source = "0"', "source = 0", "2: camera.source: input should be a valid string, not 0"),
        ("30_000", "-5", "18: packages[2].price: input should be greater than or equal to 0"),
        ("30_000", '"x"', "18: packages[2].price: input should be a valid integer, not 'x'"),
        ("35_000", "1.5", "12: packages[1].price: input should be a valid integer, not 1.5"),
        ('"strip-2x6"', '"gone"', "17: packages[2].template: no such template; there are: cla"),
        ("[cloud]", "[session]\nretakes = 6\n[cloud]", "5: session.retakes: input should be less"),
        (
            "[cloud]",
            '[session]\ntemplates = ["gone"]\n[cloud]',
            "5: session.templates: no such template; there are: classic-4x6, strip-2x6",
        ),
        ('"strip"', '"classic"', "1: the file: each package needs a key of its own"),
        ("[camera]", "[camra]", "1: camra: unknown key; allowed here: bill_acceptor,"),
        ("[cloud]", "[cloud", "4: not valid TOML"),
        ("url", "#", "4: cloud.url: is missing and has no default"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    templates: Path, was: str, becomes: str, said: str
) -> None:
    assert mistake(GOOD.replace(was, becomes, 1), templates).startswith(said)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        (
            '[payment]\nmethod = "qris"',
            "2: payment.method: unknown key; allowed here: methods, paid",
        ),
        ('[payment]\nmethods = ["card"]', "2: payment.methods[1]: input should be 'qris', 'cash',"),
        ("[payment]\nmethods = []", "2: payment.methods: tuple should have at least 1 item"),
        ('[payment]\nmethods = ["free", "cash"]', "2: payment.methods: must be free alone"),
        ('[payment]\nmethods = ["qris", "qris"]', "2: payment.methods: must name each way to pay"),
        (
            '[payment]\npaid_late = "keep"',
            "2: payment.paid_late: input should be 'owe' or 'refund'",
        ),
        ('[bill_acceptor]\ndevice = "COM1"', "2: bill_acceptor.device: string should match"),
        (
            '[bill_acceptor]\ndevice = "/dev/t"\nmost = 1.5',
            "3: bill_acceptor.most: input should be",
        ),
        ('[bill_acceptor]\ndevice = "/dev/t"', '1: the file: [bill_acceptor] needs "cash" in paym'),
    ],
)
def test_a_mistake_about_money_is_named_with_its_line(
    templates: Path, section: str, said: str
) -> None:
    assert mistake(f"{section}\n\n{GOOD}", templates).startswith(said)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ('[theme]\naccent = "red"', "2: theme.accent: string should match pattern"),
        (
            '[theme]\nlogo = "logo.svg"\nhighlight = "#8C7355"',
            "3: theme.highlight: #8C7355: neither dark nor light text can be read on it; the near",
        ),
        ('[theme]\nlogo = "gone.png"', "2: theme.logo: "),
        ('[theme]\nlogo = "kiosk.toml"', "2: theme.logo: "),
        ('[theme]\nlogo = "wide.png"', "2: theme.logo: "),
        ("[sound]\nvolume = 101", "2: sound.volume: input should be less than or equal to 100"),
        ("[screen]\ndiagonal_in = 7", "2: screen.diagonal_in: input should be greater than or"),
    ],
)
def test_a_mistake_about_the_screen_is_named_with_its_line(
    templates: Path, section: str, said: str
) -> None:
    (templates.parent / "logo.svg").write_text("<svg/>")
    wide = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (5000).to_bytes(4, "big") + (10).to_bytes(4, "big")
    (templates.parent / "wide.png").write_bytes(wide)
    assert mistake(f"{section}\n\n{GOOD}", templates).startswith(said)


def test_a_session_s_settings_reach_what_is_sold(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[session]\nretakes = 3\ntemplates = ["classic-4x6-night"]\n{GOOD}')
    config = load_config(file, assets() / "templates")
    shop = shop_of(config, templates_of(config, tmp_path))
    assert [package.retakes for package in shop.packages] == [3, 3]
    own, strip = (shop.templates_for(package) for package in shop.packages)
    assert own == ("classic-4x6", "classic-4x6-night")
    assert strip == ()


def test_the_ways_to_pay_stand_in_the_order_of_the_file(templates: Path) -> None:
    file = templates.parent / "kiosk.toml"
    acceptor = '[bill_acceptor]\ndevice = "/dev/ttyUSB0"'
    file.write_text(f'[payment]\nmethods = ["voucher", "cash"]\n{acceptor}\n{GOOD}')
    config = load_config(file, templates)
    assert config.payment.methods == ("voucher", "cash")
    assert config.bill_acceptor is not None
    assert (config.bill_acceptor.pulse_value, config.bill_acceptor.most) == (1_000, 100_000)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read"):
        load_config(tmp_path / "gone.toml", tmp_path)


KEYS = st.sampled_from(["alpha", "beta", "gamma"])


@given(st.lists(st.tuples(KEYS, st.integers(0, 9)), min_size=1, unique_by=lambda kv: kv[0]))
def test_a_key_is_found_on_its_own_line_whatever_stands_around_it(
    pairs: list[tuple[str, int]],
) -> None:
    lines = ["[other]", "x = 1", "", "[table]", *(f"{k} = {v}" for k, v in pairs), "[after]"]
    for number, (key, _) in enumerate(pairs, start=5):
        assert line_of("\n".join(lines), ("table", key)) == number
