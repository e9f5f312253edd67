import QtQuick

// Where things lie on the shoot screen: the picture on the lens' side, the sheet opposite.
QtObject {
    required property size window
    required property real aspect // of what is printed
    required property string edge

    readonly property real unit: Theme.unit
    readonly property bool portrait: Theme.portrait

    // In portrait the lens has a band of its own, so that nothing lies over a face; the words share it.
    readonly property real band: portrait && (edge === "top" || edge === "bottom") ? 26 * unit : 0

    // The live picture. Where it can't have the print's own proportions, it is larger.
    readonly property rect view: {
        if (portrait) {
            const high = Math.min(window.width / aspect, 88 * unit);
            return Qt.rect(0, edge === "bottom" ? window.height - band - high : band, window.width, high);
        }
        const wide = Math.min(window.width - 30 * unit, window.height * aspect);
        const high = wide / aspect > 0.96 * window.height ? window.height : wide / aspect;
        return Qt.rect(edge === "right" ? window.width - wide : 0, 0, wide, high);
    }

    // What of it will be on the print.
    readonly property rect printed: {
        const wide = Math.min(view.width, view.height * aspect);
        return Qt.rect(view.x + (view.width - wide) / 2, view.y, wide, view.height);
    }

    readonly property rect free: {
        if (!portrait)
            return Qt.rect(view.x > 0 ? 0 : view.width, 0, window.width - view.width, window.height);
        const y = edge === "bottom" ? 0 : view.y + view.height;
        return Qt.rect(0, y, window.width, window.height - band - view.height);
    }

    readonly property rect sheet: {
        if (!portrait) {
            const wide = Math.min(free.width - 8 * unit, 30 * unit);
            return Qt.rect(free.x + (free.width - wide) / 2, window.height - 5 * unit - 1.5 * wide, wide, 1.5 * wide);
        }
        const high = Math.min(free.height - 12 * unit, 75 * unit);
        return Qt.rect(7 * unit, free.y + (free.height - high) / 2, high / 1.5, high);
    }

    readonly property real below: window.height - view.height // in landscape, under the picture
    readonly property bool hintBelow: !portrait && below > 11 * unit
    readonly property bool hintTall: !portrait && !hintBelow

    readonly property rect hint: {
        if (hintBelow)
            return Qt.rect(view.x + 4 * unit, view.height + 1.5 * unit, view.width - 8 * unit, below - 3 * unit);
        if (!portrait)
            return Qt.rect(sheet.x, 16 * unit, sheet.width, sheet.y - 19 * unit);
        if (band === 0)
            return Qt.rect(beside.x, sheet.y, beside.width, 18 * unit);
        return Qt.rect(6 * unit, (edge === "bottom" ? window.height - band : 0) + 4 * unit, window.width - 12 * unit, 18 * unit);
    }

    // In portrait, what is left beside the sheet.
    readonly property rect beside: Qt.rect(sheet.x + sheet.width + 6 * unit, free.y, window.width - sheet.x - sheet.width - 12 * unit, free.height)

    // The countdown's middle while it is not at the lens.
    readonly property point countdown: portrait ? Qt.point(beside.x + beside.width / 2, free.y + free.height - 22 * unit) : Qt.point(view.x + 25 * unit, view.height - 25 * unit)

    function retake(size: size): point {
        if (portrait)
            return Qt.point(beside.x + (beside.width - size.width) / 2, free.y + (free.height - size.height) / 2);
        return Qt.point(view.x + (view.width - size.width) / 2, view.height - size.height - 5 * unit);
    }

    function lens(width: real, height: real): point {
        const gap = band > 0 ? -(band + height) / 2 : 5 * unit;
        const across = view.x + (view.width - width) / 2;
        const middle = view.y + 0.2 * view.height - height / 2; // beside a face, not over it
        switch (edge) {
        case "bottom":
            return Qt.point(across, view.y + view.height - height - gap);
        case "left":
            return Qt.point(view.x + gap, middle);
        case "right":
            return Qt.point(view.x + view.width - width - gap, middle);
        default:
            return Qt.point(across, view.y + gap);
        }
    }
}
