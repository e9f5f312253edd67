"""The touchscreen: the only place that imports PySide6.

``window.open_screen`` makes it, ``Screen.show`` takes Views from any thread, and every touch
comes back as an Intent. ``docs`` of what a guest can touch: ``touch.py``.
"""
