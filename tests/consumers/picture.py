"""Whether a picture shows something."""


def check_drawn(path):
    """Of a PDF, PNG or SVG file. An `AssertionError` if it is blank."""
    image = rendered(path).convert("L")
    ink = sum(count for count, shade in image.getcolors(256) if shade < 250)
    assert ink, f"{path.name} is blank"
    return f"{ink / (image.width * image.height):.1%} ink"


def rendered(path):
    from PIL import Image

    if path.suffix == ".pdf":
        import pypdfium2

        return pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil()
    image = Image.open(path).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
