"""What the web server loads: Django behind the gateway."""

from config.gateway import Gateway
from config.wsgi import application as django
from lantoa.office.uploads import body_limit

application = Gateway(django, body_limit())
