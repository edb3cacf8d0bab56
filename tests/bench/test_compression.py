"""Pages travel compressed, with padding that hides their length."""

import gzip

import pytest

pytestmark = pytest.mark.django_db


def test_a_page_is_compressed_for_a_browser_that_says_so_and_its_length_varies(client):
    plain = client.get("/")
    packed = [client.get("/", headers={"accept-encoding": "gzip"}) for _ in range(8)]
    assert "Content-Encoding" not in plain.headers
    assert all(answer.headers["Content-Encoding"] == "gzip" for answer in packed)
    assert b"</html>" in gzip.decompress(packed[0].content)
    assert len({len(answer.content) for answer in packed}) > 1
