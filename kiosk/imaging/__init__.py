"""From stills to a print-ready picture: templates, composing, saving."""
