"""Ranh giới đơn vị từ GeoJSON: `geojson` reads the bytes in a bounded child, `matching` finds the units."""
