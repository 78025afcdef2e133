"""Whether a picture shows something."""


def check_drawn(path):
    """Of a PDF, PNG or SVG file. An `AssertionError` if it is blank."""
    image = rendered(path).convert("L")
    ink = sum(count for count, shade in image.getcolors(256) if shade < 250)
    share = ink / (image.width * image.height)
    assert share > 0.0005, f"{path.name} is blank"
    return f"{share:.1%} ink"


def rendered(path):
    from PIL import Image

    if path.suffix == ".pdf":
        import pypdfium2

        return pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil()
    image = Image.open(path).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
