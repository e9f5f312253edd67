"""The camera: a supervised process of its own that fills a ring of full frames."""
