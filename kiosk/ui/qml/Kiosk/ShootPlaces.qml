import QtQuick

// Where things lie on the shoot screen: the picture on the lens' side, the sheet opposite.
QtObject {
    required property size window
    required property real aspect
    required property string edge

    readonly property real unit: Theme.unit
    readonly property bool portrait: Theme.portrait

    // In portrait the lens has a band of its own, so that nothing lies over a face.
    readonly property real band: portrait && (edge === "top" || edge === "bottom") ? 26 * unit : 0

    readonly property rect view: {
        const wide = portrait ? window.width : Math.min(window.width - 34 * unit, window.height * aspect);
        const high = Math.min(wide / aspect, portrait ? 88 * unit : window.height);
        const x = !portrait && edge === "right" ? window.width - wide : 0;
        const y = !portrait ? (window.height - high) / 2 : edge === "bottom" ? window.height - band - high : band;
        return Qt.rect(x, y, wide, high);
    }

    readonly property rect free: {
        if (!portrait)
            return Qt.rect(view.x > 0 ? 0 : view.width, 0, window.width - view.width, window.height);
        const y = edge === "bottom" ? 0 : view.y + view.height;
        return Qt.rect(0, y, window.width, window.height - band - view.height);
    }

    readonly property rect sheet: {
        if (!portrait) {
            const wide = Math.min(free.width - 8 * unit, 42 * unit);
            return Qt.rect(free.x + (free.width - wide) / 2, window.height - 6 * unit - 1.5 * wide, wide, 1.5 * wide);
        }
        const high = Math.min(free.height - 14 * unit, 75 * unit);
        return Qt.rect(7 * unit, free.y + (free.height - high) / 2, high / 1.5, high);
    }

    readonly property rect count: portrait ? Qt.rect(sheet.x + sheet.width + 6 * unit, sheet.y, window.width - sheet.width - 19 * unit, 0) : Qt.rect(sheet.x, 15 * unit, sheet.width, 0)

    // The countdown's middle while it is not at the lens.
    readonly property point countdown: portrait ? Qt.point(count.x + count.width / 2, free.y + free.height - 22 * unit) : Qt.point(view.x + 25 * unit, view.y + view.height - 25 * unit)

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
